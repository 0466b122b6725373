using IdOcrPortal.Sandbox.Wire;

namespace IdOcrPortal.Sandbox.Vendors.Huawei;

/// <summary>Who calls: proved by a signature with access keys, or by a token of IAM.</summary>
internal sealed class HuaweiCaller(SdkHmacCheck signatures, IamTokens tokens)
{
    private const string Incorrect = "Incorrect IAM authentication information: ";

    /// <param name="projectId">The project in the address; null where the address names none.</param>
    internal WireAnswer? Refusal(WireRequest request, string? projectId)
    {
        if (request.Headers.ContainsKey("Authorization"))
        {
            return signatures.Refusal(request) is { } reason ? HuaweiAnswers.Error("APIG.0301", reason) : null;
        }

        if (request.Header("X-Auth-Token") is not { Length: > 0 } value)
        {
            return HuaweiAnswers.Error("APIG.0301", Incorrect + "x-auth-token not found");
        }

        if (tokens.Find(value) is not { } token)
        {
            return HuaweiAnswers.Error("APIG.0301", Incorrect + "decrypt token fail");
        }

        if (!tokens.IsAlive(token))
        {
            return HuaweiAnswers.Error("APIG.0307");
        }

        return projectId switch
        {
            null => null,
            _ when token.ProjectId is null => HuaweiAnswers.Error("ModelArts.0212", "The token is not scoped to a project."),
            // The token of another region's project.
            _ when token.ProjectId != projectId => HuaweiAnswers.Error("APIG.0307"),
            _ => null,
        };
    }
}
