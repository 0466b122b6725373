using System.Buffers.Binary;
using IdOcrPortal.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IdOcrPortal.Web.Tests.Accounts;

public sealed class PasswordTests
{
    private static readonly PortalUser Dara = new() { UserName = "dara.sok", DisplayName = "Dara Sok", Email = "dara@bank.example" };

    [Theory]
    [InlineData("correct horse battery staple")]
    [InlineData("fifteen letters")]
    [InlineData("all lower case and no digit")]
    [InlineData("ភាសាខ្មែរជាភាសារបស់ប្រទេសកម្ពុជា")]
    [InlineData("密码是一个很长的句子没有人知道它")]
    [InlineData("ks2jn-hkr8f-86sq8-xrpwp-m24sk")]
    [InlineData("password is the blue lantern")]
    [InlineData("🐘🐘🐘🦒🦒🦓🦓🦔🦕🦖🦗🦘🦙")]
    [InlineData("7391 8264 1157 9902 4413")]
    public void Accepts(string password) => Assert.Null(PasswordRules.WhyNot(Dara, password));

    [Theory]
    [InlineData("")]
    [InlineData("fourteen lette")]
    [InlineData("Tr0ub4dor&3")]
    [InlineData("passwordpassword")]
    [InlineData("Password123456789")]
    [InlineData("PASSWORD-PASSWORD-PASSWORD")]
    [InlineData("ｐａｓｓｗｏｒｄｐａｓｓｗｏｒｄ")]      // the same in full-width letters
    [InlineData("qwertyuiopasdfghjkl")]
    [InlineData("1234567890123456")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("abababababababababab")]
    [InlineData("xyz-xyz-xyz-xyz-xyz-")]
    [InlineData("                    ")]
    [InlineData("               trees")]
    [InlineData("idocrportal12345")]
    [InlineData("ID OCR Portal 2026")]
    [InlineData("welcome-admin-welcome")]
    [InlineData("dara sok dara sok dara")]
    [InlineData("dara@bank.example")]
    [InlineData("ComplianceReviewer1")]
    [InlineData("letmeinletmeinletmein")]
    [InlineData("iloveyou iloveyou 123")]
    public void Refuses(string password) => Assert.NotNull(PasswordRules.WhyNot(Dara, password));

    [Theory]
    [InlineData(15, true)]
    [InlineData(14, false)]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void Takes_15_to_128_characters(int length, bool isAccepted)
    {
        var random = new Random(length);
        var password = string.Concat(Enumerable.Range(0, length).Select(_ => (char)random.Next('!', '~')));
        Assert.Equal(isAccepted, PasswordRules.WhyNot(Dara, password) is null);
    }

    [Fact]
    public async Task The_framework_adds_no_rule_of_its_own()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var scope = portal.Services.CreateAsyncScope();
        var manager = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();

        foreach (var validator in manager.PasswordValidators)
        {
            Assert.True((await validator.ValidateAsync(manager, Dara, "all lower case and no digit")).Succeeded);
        }

        Assert.Contains(manager.PasswordValidators, validator => validator is PasswordRules);
    }

    [Fact]
    public async Task Hashes_with_at_least_220000_rounds_of_HMAC_SHA512()
    {
        await using var portal = await TestPortal.StartAsync(more: (services, _) => services.Configure<PasswordHasherOptions>(options => options.IterationCount = AccountServices.PasswordRounds));
        Assert.Equal(220_000, AccountServices.PasswordRounds);
        Assert.True(portal.Get<IOptions<PasswordHasherOptions>>().Value.IterationCount >= 220_000);

        // Identity's format 3: marker, u32 PRF (2 is HMAC-SHA512), u32 rounds, u32 salt length.
        var hash = Convert.FromBase64String(portal.Get<PasswordCheck>().Hash("correct horse battery staple"));
        Assert.Equal((1, 2u, 220_000u), (hash[0], BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)), BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5))));
    }

    [Fact]
    public void Every_fifth_failure_locks_for_twice_as_long_up_to_an_hour_and_never_for_ever()
    {
        var account = new PortalUser();
        var now = new DateTimeOffset(2026, 11, 18, 9, 0, 0, TimeSpan.Zero);
        var minutes = new List<double>();
        for (var i = 1; i <= 50; i++)
        {
            Lockout.CountFailure(account, now);
            Assert.Equal(i % 5 == 0, Lockout.IsLocked(account, now));
            if (i % 5 == 0)
            {
                minutes.Add((account.LockoutEnd!.Value - now).TotalMinutes);
                now = account.LockoutEnd.Value;
                Assert.False(Lockout.IsLocked(account, now));
            }
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60, 60], minutes);
    }

    [Fact]
    public void A_guesser_gets_at_most_a_hundred_tries_an_hour_and_a_quiet_day_forgets()
    {
        var account = new PortalUser();
        var start = new DateTimeOffset(2026, 11, 18, 9, 0, 0, TimeSpan.Zero);
        var tries = 0;
        for (var second = 0; second < 3600; second++)
        {
            if (!Lockout.IsLocked(account, start.AddSeconds(second)))
            {
                Lockout.CountFailure(account, start.AddSeconds(second));
                tries++;
            }
        }

        Assert.InRange(tries, 5, 100);
        Lockout.CountFailure(account, start.AddDays(3));
        Assert.Equal(1, account.AccessFailedCount);
    }
}
