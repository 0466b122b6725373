using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IdOcrPortal.Sandbox.Errors;
using IdOcrPortal.Sandbox.Wire;

namespace IdOcrPortal.Sandbox.Vendors.Huawei;

/// <summary>Huawei's login: <c>POST /v3/auth/tokens</c> and the look-up of a project id, <c>GET /v3/projects</c>.</summary>
internal sealed class IamFront(HuaweiSettings settings, HuaweiCaller caller, IamTokens tokens, TimeProvider clock) : VendorFront
{
    private readonly FailureLock locks = new(clock);

    internal override WireAnswer? Refusal(WireRequest request) => (request.Method, request.PathBelowPrefix) switch
    {
        ("GET", "/v3/projects") => caller.Refusal(request, projectId: null),
        ("POST", "/v3/auth/tokens") => RefusalOfLogin(request),
        _ => Error(404, "Could not find the resource."),
    };

    internal override Task<WireAnswer> AnswerAsync(WireRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(request.Method == "GET" ? Projects(request) : Token(request));

    internal override Task<byte[]?> PictureAsync(WireRequest request, CancellationToken cancellationToken) => Task.FromResult<byte[]?>(null);

    internal override WireAnswer Error(WireRequest request, VendorError error, string? message = null) => Error(error.Status, message ?? "The request failed.");

    private static WireAnswer Error(int status, string message)
    {
        var title = status switch { 400 => "Bad Request", 401 => "Unauthorized", 403 => "Forbidden", 404 => "Not Found", 503 => "Service Unavailable", _ => "Internal Server Error" };
        var error = new JsonObject { ["code"] = status, ["message"] = message, ["title"] = title };
        return WireAnswer.OfJson(status, new JsonObject { ["error"] = error }, string.Create(CultureInfo.InvariantCulture, $"IAM {status}"))
            .With("X-Request-Id", HuaweiAnswers.NewId());
    }

    private WireAnswer? RefusalOfLogin(WireRequest request)
    {
        if (Parsed(request) is not { } body
            || Text(body, "auth", "identity", "password", "user", "name") is not { } user
            || Text(body, "auth", "identity", "password", "user", "password") is not { } password
            || Text(body, "auth", "identity", "password", "user", "domain", "name") is not { } account
            || Node(body, "auth", "identity", "methods") is not JsonArray { Count: 1 } methods || !JsonNode.DeepEquals(methods[0], "password"))
        {
            return Error(400, "Request body is invalid.");
        }

        if (locks.IsLocked(user))
        {
            return Error(401, "The user is locked after too many failed logins.");
        }

        if (user != settings.User || account != settings.Account || !Digest.Same(password, settings.Password))
        {
            locks.Failed(user);
            return Error(401, "The username or password is wrong.");
        }

        locks.Succeeded(user);
        return null;
    }

    private WireAnswer Token(WireRequest request)
    {
        var body = Parsed(request)!;
        string? projectId = null;
        if (Node(body, "auth", "scope", "project") is { } project)
        {
            projectId = Text(project, "id") is { } id ? settings.Projects.Values.FirstOrDefault(known => known == id)
                : Text(project, "name") is { } name ? settings.Projects.GetValueOrDefault(name) : null;
            if (projectId is null)
            {
                return Error(400, "The project does not exist.");
            }
        }

        var token = tokens.Issue(projectId);
        var content = new JsonObject
        {
            ["expires_at"] = Time(token.ExpiresAt),
            ["issued_at"] = Time(token.IssuedAt),
            ["methods"] = new JsonArray("password"),
            ["roles"] = new JsonArray(new JsonObject { ["id"] = "0", ["name"] = "te_admin" }),
            ["user"] = new JsonObject { ["name"] = settings.User, ["domain"] = new JsonObject { ["name"] = settings.Account } },
        };
        if (projectId is not null)
        {
            content["project"] = new JsonObject
            {
                ["id"] = projectId,
                ["name"] = settings.Projects.First(known => known.Value == projectId).Key,
                ["domain"] = new JsonObject { ["name"] = settings.Account },
            };
        }

        if (request.Parameter("nocatalog") is not { Length: > 0 })
        {
            content["catalog"] = new JsonArray(new JsonObject { ["type"] = "ocr", ["name"] = "ocr", ["endpoints"] = new JsonArray() });
        }

        return WireAnswer.OfJson(201, new JsonObject { ["token"] = content })
            .With("X-Subject-Token", token.Value).With("X-Request-Id", HuaweiAnswers.NewId());
    }

    private WireAnswer Projects(WireRequest request)
    {
        var name = request.Parameter("name");
        var projects = settings.Projects.Where(project => name is null || project.Key == name)
            .Select(project => (JsonNode)new JsonObject { ["id"] = project.Value, ["name"] = project.Key, ["enabled"] = true });
        return WireAnswer.OfJson(200, new JsonObject { ["projects"] = new JsonArray([.. projects]), ["links"] = new JsonObject() })
            .With("X-Request-Id", HuaweiAnswers.NewId());
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static JsonNode? Parsed(WireRequest request)
    {
        try
        {
            StrictJson.RequireTexts(request.Body);
            return JsonNode.Parse(request.Body, documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonNode? Node(JsonNode node, params ReadOnlySpan<string> path)
    {
        JsonNode? at = node;
        foreach (var name in path)
        {
            at = (at as JsonObject)?[name];
        }

        return at;
    }

    private static string? Text(JsonNode node, params ReadOnlySpan<string> path) => Node(node, path) is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
