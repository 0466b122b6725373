using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using IdOcrPortal.Web.Data;

namespace IdOcrPortal.Web.Audit;

/// <summary>The bytes of an audit record (SECURITY §4): integers big-endian, texts UTF-8 in NFC with their length before them. Pure.</summary>
public static partial class AuditFormat
{
    /// <summary>Length of salts, commitments, hashes and MACs.</summary>
    public const int HashLength = 32;

    /// <summary>Longest record.</summary>
    public const int MaxRecordLength = 64 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether it may name an event: <c>[a-z0-9_.]{1,64}</c>.</summary>
    public static bool IsEventName(string text) => EventName().IsMatch(text);

    /// <summary>Whether it may stand for a person or thing for ever: an opaque id, never a name.</summary>
    public static bool IsOpaqueId(string text) => OpaqueId().IsMatch(text);

    /// <summary><c>u16 count, then per field lp16(key) lp32(value)</c>, ascending by the bytes of the keys.</summary>
    /// <exception cref="ArgumentException">Too many fields, too long a key, or two keys that are the same in NFC.</exception>
    public static byte[] FieldList(IReadOnlyDictionary<string, string> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var encoded = fields.Select(field => (Key: Bytes(field.Key), Value: Bytes(field.Value))).ToList();
        encoded.Sort(static (a, b) => a.Key.AsSpan().SequenceCompareTo(b.Key));
        var list = new ArrayBufferWriter<byte>();
        U16(list, encoded.Count);
        for (var i = 0; i < encoded.Count; i++)
        {
            if (i > 0 && encoded[i].Key.AsSpan().SequenceEqual(encoded[i - 1].Key))
            {
                throw new ArgumentException("Two fields of an audit record have the same key.", nameof(fields));
            }

            Lp16(list, encoded[i].Key);
            Lp32(list, encoded[i].Value);
        }

        return list.WrittenSpan.ToArray();
    }

    /// <summary>Reads a field list back.</summary>
    /// <exception cref="FormatException">These bytes are no field list.</exception>
    public static IReadOnlyDictionary<string, string> ReadFieldList(ReadOnlySpan<byte> list)
    {
        var fields = new Dictionary<string, string>();
        var count = BinaryPrimitives.ReadUInt16BigEndian(Take(ref list, 2));
        for (var i = 0; i < count; i++)
        {
            var key = Take(ref list, BinaryPrimitives.ReadUInt16BigEndian(Take(ref list, 2)));
            var length = BinaryPrimitives.ReadUInt32BigEndian(Take(ref list, 4));
            if (!fields.TryAdd(Encoding.UTF8.GetString(key), Encoding.UTF8.GetString(Take(ref list, length))))
            {
                throw new FormatException("A field list names a key twice.");
            }
        }

        return list.IsEmpty ? fields : throw new FormatException("A field list has bytes behind its end.");
    }

    /// <summary><c>SHA-256("OCRPRV01" || salt || field-list)</c> of a private part.</summary>
    public static byte[] Commitment(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> fieldList)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("OCRPRV01"u8);
        hash.AppendData(salt);
        hash.AppendData(fieldList);
        return hash.GetHashAndReset();
    }

    /// <summary>The record's bytes, from the parts of its row.</summary>
    /// <exception cref="ArgumentException">A part has a length that the format cannot hold.</exception>
    public static byte[] Record(ReadOnlySpan<byte> logId, AuditRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (logId.Length != 16 || row.Commitment.Length != HashLength || row.Prev.Length != HashLength)
        {
            throw new ArgumentException("A log id has 16 bytes, a commitment and a hash 32.", nameof(row));
        }

        var record = new ArrayBufferWriter<byte>(320);
        record.Write("OCRAUD01"u8);
        record.Write(logId);
        U64(record, row.Seq);
        U64(record, row.TimeUs);
        Lp16(record, Bytes(row.Event));
        record.Write([row.ActorKind]);
        Lp16(record, Bytes(row.Actor));
        record.Write([row.SubjectKind]);
        Lp16(record, Bytes(row.Subject));
        row.RequestId.TryWriteBytes(record.GetSpan(16), bigEndian: true, out var written);
        record.Advance(written);
        Lp32(record, row.Public);
        record.Write(row.Commitment);
        record.Write(row.Prev);
        return record.WrittenCount <= MaxRecordLength
            ? record.WrittenSpan.ToArray()
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"An audit record holds at most {MaxRecordLength} bytes; this one has {record.WrittenCount}."), nameof(row));
    }

    /// <summary><c>SHA-256(record)</c>.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> record) => SHA256.HashData(record);

    /// <summary><c>HMAC-SHA-256(key, "OCRMAC01" || u16 id || hash)</c>.</summary>
    public static byte[] Mac(byte[] key, int keyId, ReadOnlySpan<byte> hash)
    {
        Span<byte> message = stackalloc byte[8 + 2 + HashLength];
        "OCRMAC01"u8.CopyTo(message);
        BinaryPrimitives.WriteUInt16BigEndian(message[8..], checked((ushort)keyId));
        hash.CopyTo(message[10..]);
        return HMACSHA256.HashData(key, message);
    }

    private static byte[] Bytes(string text) => Utf8.GetBytes(text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC));

    private static void U16(ArrayBufferWriter<byte> output, int value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(output.GetSpan(2), value <= ushort.MaxValue ? (ushort)value : throw new ArgumentException("A part of an audit record is longer than its format allows."));
        output.Advance(2);
    }

    private static void U64(ArrayBufferWriter<byte> output, long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(output.GetSpan(8), value);
        output.Advance(8);
    }

    private static void Lp16(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> bytes)
    {
        U16(output, bytes.Length);
        output.Write(bytes);
    }

    private static void Lp32(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> bytes)
    {
        BinaryPrimitives.WriteInt32BigEndian(output.GetSpan(4), bytes.Length);
        output.Advance(4);
        output.Write(bytes);
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> list, uint length)
    {
        if (length > (uint)list.Length)
        {
            throw new FormatException("A field list ends too early.");
        }

        var taken = list[..(int)length];
        list = list[(int)length..];
        return taken;
    }

    [GeneratedRegex(@"\A[a-z0-9_.]{1,64}\z")]
    private static partial Regex EventName();

    [GeneratedRegex(@"\A[A-Za-z0-9_.-]{0,64}\z")]
    private static partial Regex OpaqueId();
}
