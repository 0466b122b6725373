using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IdOcrPortal.Web.Data;

/// <summary>Times as whole microseconds since 1970 UTC: they sort, compare and index as integers on every database.</summary>
public sealed class UnixMicroseconds() : ValueConverter<DateTimeOffset, long>(time => Of(time), microseconds => ToTime(microseconds))
{
    /// <summary>Microseconds since 1970 UTC; what is finer is cut off.</summary>
    public static long Of(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The time, in UTC.</summary>
    public static DateTimeOffset ToTime(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
