using System.Globalization;

namespace PpcAds.Sdk;

/// <summary>The host's own number for one connected account: one grant with its credentials. Not an id of Amazon's.</summary>
/// <param name="Value">The number, above 0.</param>
public readonly record struct AccountId(long Value)
{
    /// <summary>The id as decimal text.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
