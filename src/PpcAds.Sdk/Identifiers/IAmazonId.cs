namespace PpcAds.Sdk;

/// <summary>
/// A typed id over <see cref="long"/>: Amazon's ids are unique only per type and profile, so they must not mix.
/// </summary>
internal interface IAmazonId<TSelf>
    where TSelf : struct, IAmazonId<TSelf>
{
    long Value { get; }

    static abstract TSelf FromInt64(long value);
}
