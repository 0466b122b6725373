using IdOcrPortal.Web.Data;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IdOcrPortal.Web.Accounts;

/// <summary>Identity, cookie, policies and the demo accounts of Development.</summary>
public static partial class AccountServices
{
    /// <summary>PBKDF2-HMAC-SHA512 rounds of new hashes; weaker ones are replaced at the next sign-in.</summary>
    internal const int PasswordRounds = 220_000;

    /// <summary>Adds ASP.NET Identity, the cookie, the policies of <see cref="Policies"/> with a fallback that wants a signed-in user, and <see cref="SignInDesk"/>.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordRounds);
        services.AddIdentityCore<PortalUser>(options =>
        {
            options.User.RequireUniqueEmail = false;

            // PasswordRules has the whole say; the framework's own rules would ask for a digit and a capital.
            options.Password.RequiredLength = PasswordRules.MinLength;
            options.Password.RequireDigit = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireNonAlphanumeric = false;
        }).AddRoles<IdentityRole<Guid>>().AddEntityFrameworkStores<PortalDb>().AddPasswordValidator<PasswordRules>();

        // One that keeps nothing of a request, for the singletons that check passwords.
        services.AddSingleton<IPasswordHasher<PortalUser>, PasswordHasher<PortalUser>>();
        services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.AddSingleton<PasswordCheck>();
        services.AddSingleton<Session>();
        services.AddSingleton<DemoAccounts>();
        services.AddSingleton(provider => new SignInDesk(
            provider.GetRequiredService<IDbContextFactory<PortalDb>>(), provider.GetRequiredService<PortalWriter>(), provider.GetRequiredService<PasswordCheck>(), provider.GetRequiredService<Session>(),
            provider.GetRequiredService<ILookupNormalizer>(), provider.GetRequiredService<DemoAccounts>(), provider.GetRequiredService<TimeProvider>()));

        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(Configure);
        services.AddAntiforgery(options => options.Cookie = new SecureCookie
        {
            Name = "__Host-idocr-af",
            Path = "/",
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
        });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Policies.Upload, policy => policy.RequireRole(Roles.Uploader, Roles.Reviewer, Roles.Approver))
            .AddPolicy(Policies.Review, policy => policy.RequireRole(Roles.Reviewer, Roles.Approver))
            .AddPolicy(Policies.Documents, policy => policy.RequireRole(Roles.Reviewer, Roles.Approver, Roles.Auditor))
            .AddPolicy(Policies.Audit, policy => policy.RequireRole(Roles.Auditor))
            .AddPolicy(Policies.Administration, policy => policy.RequireRole(Roles.Admin));
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitSession>();
        return services;
    }

    /// <summary>Makes the roles, and in Development the demo accounts.</summary>
    public static async Task PrepareAccountsAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        var writer = services.GetRequiredService<PortalWriter>();
        var names = services.GetRequiredService<ILookupNormalizer>();
        var accounts = await writer.WriteAsync(async (db, _) =>
        {
            var existing = await db.Roles.Select(role => role.Name).ToListAsync(cancellationToken);
            db.Roles.AddRange(Roles.All.Except(existing).Select(role => new IdentityRole<Guid>(role!) { Id = Guid.NewGuid(), NormalizedName = names.NormalizeName(role) }));
            return await db.Users.CountAsync(user => !user.IsDemo, cancellationToken);
        }, cancellationToken);

        var demo = services.GetRequiredService<DemoAccounts>();
        await demo.PrepareAsync(cancellationToken);
        var logger = services.GetRequiredService<ILogger<SignInDesk>>();
        if (demo.Password is { } password)
        {
            // Not through the logger: logs travel and are kept, the console of a trial installation is where its password belongs.
            Console.WriteLine($"Demo accounts: {string.Join(", ", demo.All.Select(account => account.UserName))} - password of all: {password}");
        }
        else if (accounts == 0)
        {
            Log.NobodyCanSignIn(logger);
        }
    }

    private static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie = new CookieBuilder
        {
            Name = "__Host-idocr",
            Path = "/",
            SecurePolicy = CookieSecurePolicy.Always,
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
        };
        options.LoginPath = "/sign-in";
        options.AccessDeniedPath = "/not-allowed";
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = Session.Idle;
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = async context =>
        {
            var session = context.HttpContext.RequestServices.GetRequiredService<Session>();
            if (!await session.HoldsAsync(context.Principal!, context.HttpContext.RequestAborted))
            {
                context.RejectPrincipal();
            }
        };
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "There is no account yet, so nobody can sign in. Demo accounts exist in Development only.")]
        internal static partial void NobodyCanSignIn(ILogger logger);
    }
}
