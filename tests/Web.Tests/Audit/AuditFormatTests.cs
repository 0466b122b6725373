using IdOcrPortal.Web.Audit;
using IdOcrPortal.Web.Data;

namespace IdOcrPortal.Web.Tests.Audit;

/// <summary>The published vectors of the audit format, and its edges.</summary>
public sealed class AuditFormatTests
{
    private static readonly byte[] LogId = Bytes(0x00, 16);
    private static readonly byte[] Key = Bytes(0x00, 32);

    [Fact]
    public void Seals_the_first_published_record()
    {
        var row = First();
        var record = AuditFormat.Record(LogId, row);

        Assert.Equal(247, record.Length);
        Assert.Equal("a0ec11f43ad5f63ceb07f7956fb19bc6c3e2440ae0abae3231e42324bd79b76d", Hex(AuditFormat.Hash(record)));
        Assert.Equal("69b65fdf5956a95066188ef9c7d351e99169ac64296ef8fa82af6cf6ed98b792", Hex(AuditFormat.Mac(Key, 1, AuditFormat.Hash(record))));
    }

    [Fact]
    public void Seals_the_second_published_record_with_its_private_part()
    {
        var commitment = AuditFormat.Commitment(Bytes(0x20, 32), AuditFormat.FieldList(new Dictionary<string, string> { ["note"] = "blurred corner" }));
        Assert.Equal("aa5bfabba636a1a1181e5988eb726b416c594d28b0120c077448f69ee3d307ed", Hex(commitment));

        var record = AuditFormat.Record(LogId, new AuditRow
        {
            Seq = 2,
            TimeUs = 1795000000250000,
            Event = "document.approved",
            ActorKind = 1,
            Actor = "b1946ac92492d2347c6235b4d2611184",
            SubjectKind = 1,
            Subject = "7c9e6679742540de944be07fc1f90ae7",
            RequestId = new Guid(Bytes(0x00, 16), bigEndian: true),
            Public = AuditFormat.FieldList(new Dictionary<string, string>()),
            Commitment = commitment,
            Prev = AuditFormat.Hash(AuditFormat.Record(LogId, First())),
        });

        Assert.Equal(215, record.Length);
        Assert.Equal("02cd2553f807c9a5a535135cee46ae9fe8af754911eb1c32b27ab9eb732e553c", Hex(AuditFormat.Hash(record)));
        Assert.Equal("5166d50a5fa9a98d9f646730c76ca8075d646e5916dae8f420e4739defc157f4", Hex(AuditFormat.Mac(Key, 1, AuditFormat.Hash(record))));
    }

    [Fact]
    public void Orders_fields_by_their_bytes_and_reads_them_back()
    {
        // U+FF5E stands before U+1F600 by its bytes, and behind it by its UTF-16 units.
        var fields = new Dictionary<string, string> { ["\U0001F600"] = "3", ["b"] = "1", ["\uFF5E"] = "2", ["a"] = "" };

        var list = AuditFormat.FieldList(fields);

        Assert.Equal(["a", "b", "\uFF5E", "\U0001F600"], AuditFormat.ReadFieldList(list).Keys);
        Assert.Equal(fields, AuditFormat.ReadFieldList(list));
    }

    [Fact]
    public void Writes_texts_in_NFC()
    {
        var composed = AuditFormat.FieldList(new Dictionary<string, string> { ["k"] = "\u00E9" });
        Assert.Equal(composed, AuditFormat.FieldList(new Dictionary<string, string> { ["k"] = "e\u0301" }));
        Assert.Equal(Convert.FromHexString("0001" + "0001" + "6b" + "00000002" + "c3a9"), composed);
    }

    [Fact]
    public void Refuses_two_keys_that_are_the_same_in_NFC() =>
        Assert.Throws<ArgumentException>(() => AuditFormat.FieldList(new Dictionary<string, string> { ["\u00E9"] = "1", ["e\u0301"] = "2" }));

    [Fact]
    public void Refuses_half_a_character() =>
        Assert.ThrowsAny<ArgumentException>(() => AuditFormat.FieldList(new Dictionary<string, string> { ["k"] = "\uD83D" }));

    [Fact]
    public void Holds_a_record_of_64_KiB_and_no_more()
    {
        var row = First();
        row.Public = new byte[row.Public.Length + AuditFormat.MaxRecordLength - 247];
        Assert.Equal(AuditFormat.MaxRecordLength, AuditFormat.Record(LogId, row).Length);

        row.Public = new byte[row.Public.Length + 1];
        Assert.Throws<ArgumentException>(() => AuditFormat.Record(LogId, row));
    }

    [Fact]
    public void Reads_no_list_that_is_cut_or_too_long()
    {
        var list = AuditFormat.FieldList(new Dictionary<string, string> { ["key"] = "value", ["other"] = "" });
        for (var length = 0; length < list.Length; length++)
        {
            Assert.Throws<FormatException>(() => AuditFormat.ReadFieldList(list.AsSpan(0, length)));
        }

        Assert.Throws<FormatException>(() => AuditFormat.ReadFieldList([.. list, 0]));
        Assert.Throws<FormatException>(() => AuditFormat.ReadFieldList(Convert.FromHexString("0001" + "0001" + "6b" + "ffffffff" + "61")));
    }

    [Theory]
    [InlineData("decision.approved", true)]
    [InlineData("a", true)]
    [InlineData("", false)]
    [InlineData("Decision.approved", false)]
    [InlineData("decision approved", false)]
    [InlineData("decision.approved\n", false)]
    public void Knows_an_event_name(string text, bool isOne) => Assert.Equal(isOne, AuditFormat.IsEventName(text));

    [Fact]
    public void Every_event_has_a_name_in_the_format_and_a_sentence()
    {
        var events = typeof(AuditEvents).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToList();

        Assert.True(events.Count > 20);
        Assert.All(events, name => Assert.True(AuditFormat.IsEventName(name) && AuditSentences.Has(name), name));
        Assert.Equal("Dara Reviewer approved document 4F2K", AuditSentences.Of(AuditEvents.DecisionApproved, "Dara Reviewer", "document 4F2K"));
    }

    private static AuditRow First() => new()
    {
        Seq = 1,
        TimeUs = 1795000000000000,
        Event = "document.created",
        ActorKind = 1,
        Actor = "0f8fad5bd9cb469fa16570867728950e",
        SubjectKind = 1,
        Subject = "7c9e6679742540de944be07fc1f90ae7",
        Public = AuditFormat.FieldList(new Dictionary<string, string> { ["kind"] = "KHM_ID", ["bytes"] = "183204" }),
        Commitment = new byte[32],
        Prev = new byte[32],
    };

    private static byte[] Bytes(int first, int count) => [.. Enumerable.Range(first, count).Select(value => (byte)value)];

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
