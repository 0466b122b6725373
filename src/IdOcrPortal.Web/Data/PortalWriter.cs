using IdOcrPortal.Web.Audit;

namespace IdOcrPortal.Web.Data;

/// <summary>
/// The one gate through which everything is written: one writer at a time in this process, one <c>BEGIN IMMEDIATE</c> transaction, and the audit
/// records of the change inside it. Checkpoints of the write-ahead log run under the same gate and nowhere else.
/// </summary>
public sealed class PortalWriter
{
    /// <summary>
    /// Runs the work in one transaction: what it changes in the context and what it says to the <see cref="AuditLines"/> is committed together, or nothing is.
    /// </summary>
    public Task<T> WriteAsync<T>(Func<PortalDb, AuditLines, Task<T>> work, CancellationToken cancellationToken) => throw new NotImplementedException();
}
