using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IdOcrPortal.Documents;
using IdOcrPortal.Reader;
using IdOcrPortal.Recognition.Connectors.Wire;
using IdOcrPortal.Recognition.Errors;

namespace IdOcrPortal.Recognition.Connectors.AccuAuthKtp;

/// <summary>AccuAuth: Indonesian identity card (KTP).</summary>
public sealed class AccuAuthKtpConnector : IConnector
{
    /// <summary>Id of the service.</summary>
    public const string Id = "AccuAuthKtp";

    private const string TypeId = "idn-ktp";

    private static readonly Dictionary<Coverage, CoverageResult> NothingBesideFields = Enum.GetValues<Coverage>().ToDictionary(kind => kind, _ => CoverageResult.NotOffered);

    private readonly AccuAuthKtpOptions _options;
    private readonly VendorHttp _http;
    private readonly Uri _address;

    /// <exception cref="ArgumentException">A setting is missing or cannot be right.</exception>
    public AccuAuthKtpConnector(AccuAuthKtpOptions options, HttpClient http, TimeProvider clock)
    {
        SettingRules.Key(options.ApiId, nameof(options.ApiId));
        SettingRules.Key(options.ApiSecret, nameof(options.ApiSecret));
        SettingRules.Choice(options.Picture, nameof(options.Picture));
        _options = options;
        _http = new VendorHttp(http, SettingRules.Timeout(options.Timeout), clock);
        _address = new Uri($"{SettingRules.Address(options.Endpoint, nameof(options.Endpoint))}/ocr/idcard");
        Info = Description with { Country = SettingRules.Country(options.Country) };
    }

    /// <summary>What the service is, set up or not; where pictures go is a setting.</summary>
    public static ConnectorInfo Description { get; } = new ConnectorInfo(Id, "AccuAuth Indonesian ID card", new Uri("https://developer.accuauth.com"), [TypeId], Country: null, IsMetered: true)
    {
        Fit = new PictureFit(MostBytes: 5_000_000, ShortestSide: 128, LongestSide: 6000),
    };

    /// <inheritdoc />
    public ConnectorInfo Info { get; }

    /// <inheritdoc />
    public async Task<Reading> ReadAsync(DocumentImage image, CancellationToken cancellationToken)
    {
        var answer = await PostAsync(image.Bytes, cancellationToken);
        var reply = Parse(answer);
        var requestId = VendorAnswer.AsId(reply.RequestId);
        if (reply.Status is not "OK")
        {
            // Three meanings share 403, two 401, two 400: the status field decides, never the HTTP status.
            throw VendorHttp.Refused(VendorErrors.Find(Vendor.AccuAuth, reply.Status, answer.Status, reply.Reason), answer, requestId);
        }

        var cards = (reply.Results ?? []).OfType<AccuAuthKtpResult>().Select(ClaimsOf).Where(claims => claims.Count > 0).ToList();
        if (cards.Count == 0)
        {
            throw VendorHttp.Refused(VendorErrors.Find(Vendor.AccuAuth, VendorErrors.EmptyResults, answer.Status), answer, requestId);
        }

        return new Reading(
            Id, "ocr/idcard", TypeId, new Evidence(cards[0].Claims, MrzLines: [], MrzAccepted: false), MrzProbabilities: [], Rotation: 0,
            cards[0].WithCuts(cards.Count > 1 ? [Several(cards.Count)] : []), NothingBesideFields, Portrait: null, requestId, answer.Body);
    }

    private static Warning Several(int count) => new(
        Id, $"results={count}", Severity.High, $"{count} cards were read in the picture; the fields are those of the first", "Which card the fields belong to. Ask for a photo of one card");

    private static ClaimList ClaimsOf(AccuAuthKtpResult card)
    {
        var claims = new ClaimList(Id);
        claims.Add(FieldNames.DocumentNumber, card.IdNumber);
        claims.Add(FieldNames.FullName, card.Name);
        claims.Add(FieldNames.BirthPlace, card.Pob);
        claims.Add(FieldNames.BirthDate, card.Dob);
        claims.Add(FieldNames.Sex, string.IsNullOrWhiteSpace(card.Gender) ? card.GenderS : card.Gender);
        if (!string.IsNullOrWhiteSpace(card.Gender) && !IsSame(card.Gender, card.GenderS))
        {
            claims.Add(FieldNames.Sex, card.GenderS); // two answers that differ are both shown
        }

        claims.Add(FieldNames.Address, card.Address);
        claims.Add(FieldNames.Rt, card.Rt);
        claims.Add(FieldNames.Rw, card.Rw);
        claims.Add(FieldNames.Village, card.Village);
        claims.Add(FieldNames.District, card.District);
        claims.Add(FieldNames.City, card.City);
        claims.Add(FieldNames.Province, card.Province);
        claims.Add(FieldNames.Religion, card.Religion);
        claims.Add(FieldNames.MaritalStatus, card.MaritalStatus);
        claims.Add(FieldNames.Occupation, card.Work);
        claims.Add(FieldNames.Nationality, string.IsNullOrWhiteSpace(card.Nationnality) ? card.Nationality : card.Nationnality);
        return claims;
    }

    // The letter is made from the word, so it says nothing new unless it contradicts it.
    private static bool IsSame(string word, string? letter) => (word.Trim().ToUpperInvariant(), letter?.Trim().ToUpperInvariant()) switch
    {
        (_, null or "") => true,
        ("PEREMPUAN", "M") or ("LAKI-LAKI", "F") => false,
        _ => true,
    };

    private static AccuAuthKtpReply Parse(VendorAnswer answer)
    {
        try
        {
            if (JsonSerializer.Deserialize(answer.Body, AccuAuthKtpJson.Default.AccuAuthKtpReply) is { } reply && !string.IsNullOrWhiteSpace(reply.Status))
            {
                return reply;
            }
        }
        catch (JsonException)
        {
            // told below, without the parser's text: it may quote the answer
        }

        throw answer.IsSuccess
            ? VendorHttp.Malformed(answer, requestId: null)
            : VendorHttp.Refused(VendorErrors.Find(Vendor.AccuAuth, "", answer.Status), answer, requestId: null);
    }

    private async Task<VendorAnswer> PostAsync(ReadOnlyMemory<byte> picture, CancellationToken cancellationToken)
    {
        var boundary = $"idocr-{RandomNumberGenerator.GetHexString(32, lowercase: true)}";
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new OnceContent(Parts(picture, boundary), $"multipart/form-data; boundary={boundary}") };
        request.Headers.TryAddWithoutValidation("X-DF-API-ID", _options.ApiId);
        request.Headers.TryAddWithoutValidation("X-DF-API-SECRET", _options.ApiSecret);
        return await _http.SendAsync(request, mayCharge: true, cancellationToken);
    }

    /// <summary>
    /// Written by hand: .NET's own multipart content leaves the names without quotes and puts the boundary into some, which strict servers refuse. The file's name is always the same; the
    /// uploader's would be personal data.
    /// </summary>
    private ReadOnlyMemory<byte>[] Parts(ReadOnlyMemory<byte> picture, string boundary)
    {
        var (mediaType, extension) = PictureMediaType.Of(picture.Span, allowsBmp: false);
        var isFile = _options.Picture == AccuAuthPicture.File;
        var head = isFile
            ? $"--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"card.{extension}\"\r\nContent-Type: {mediaType}\r\n\r\n"
            : $"--{boundary}\r\nContent-Disposition: form-data; name=\"image_base64\"\r\n\r\n";
        return [Encoding.ASCII.GetBytes(head), isFile ? picture : AsBase64(picture.Span), Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n")];
    }

    private static byte[] AsBase64(ReadOnlySpan<byte> picture)
    {
        var text = new byte[Base64.GetMaxEncodedToUtf8Length(picture.Length)];
        Base64.EncodeToUtf8(picture, text, out _, out _);
        return text;
    }
}
