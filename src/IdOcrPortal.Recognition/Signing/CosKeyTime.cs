namespace IdOcrPortal.Recognition.Signing;

/// <summary>How long a COS signature is valid, both ends in whole Unix seconds. Wire form: <c>{from};{until}</c>.</summary>
/// <param name="From">First second.</param>
/// <param name="Until">Last second.</param>
public readonly record struct CosKeyTime(long From, long Until)
{
    /// <summary>How long a signature of permanent keys lives: 15 minutes, as in the official Node client.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>The time of a signature made now: from one second ago (clocks differ) for <see cref="Lifetime"/>.</summary>
    public static CosKeyTime At(DateTimeOffset now)
    {
        var from = now.ToUnixTimeSeconds() - 1;
        return new CosKeyTime(from, from + (long)Lifetime.TotalSeconds);
    }

    /// <summary>The life time of temporary keys, which the official client uses for their signatures.</summary>
    /// <exception cref="ArgumentException">The end is not after the start.</exception>
    public static CosKeyTime Of(DateTimeOffset issued, DateTimeOffset expires) => expires > issued
        ? new CosKeyTime(issued.ToUnixTimeSeconds(), expires.ToUnixTimeSeconds())
        : throw new ArgumentException("Temporary keys have to expire after they were issued.", nameof(expires));
}
