namespace IdOcrPortal.Web.Data;

/// <summary>The portal cannot start as it is set up; the message names the setting or file and says what to do.</summary>
public sealed class SetupException : Exception
{
    public SetupException(string message) : base(message)
    {
    }

    public SetupException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
