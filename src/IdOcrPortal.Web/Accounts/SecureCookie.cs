namespace IdOcrPortal.Web.Accounts;

/// <summary>
/// A cookie that is always <c>Secure</c>. ASP.NET's antiforgery refuses to work over plain HTTP when its cookie's policy says so, though browsers
/// treat http://localhost as trustworthy and keep such cookies there; so the flag is set where the cookie is written.
/// </summary>
internal sealed class SecureCookie : CookieBuilder
{
    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure = true;
        return options;
    }
}
