using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Reading;

/// <summary>What a row of a table is about, whatever the days: the same in each table of the grain.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="ProfileId">The profile.</param>
/// <param name="AdProduct">The ad product, such as <c>SPONSORED_PRODUCTS</c>.</param>
/// <param name="EntityKey">The key within the datasets of the grain, see <see cref="PerformanceRecord.EntityKey"/>.</param>
public sealed record PerformanceRowId(AccountId AccountId, ProfileId ProfileId, string AdProduct, string EntityKey)
{
    private const int Parts = 4;

    private static readonly Dictionary<string, string> Prefixes = Datasets.All
        .Select(dataset => (dataset.AdProduct, Prefix: dataset.Id[..2])).Distinct()
        .ToDictionary(pair => pair.AdProduct, pair => pair.Prefix);

    /// <summary>Returns the id as a text such as <c>1.1001.sp.123</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{AccountId}.{ProfileId}.{Prefixes[AdProduct]}.{EntityKey}");

    /// <summary>Reads what <see cref="ToString"/> wrote, if it is that.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The id.</param>
    /// <returns>Whether the text is an id.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PerformanceRowId? id)
    {
        id = null;
        string[] parts = text?.Split('.', Parts) ?? [];
        if (parts.Length == Parts
            && AccountId.TryParse(parts[0], out AccountId account)
            && ProfileId.TryParse(parts[1], out ProfileId profile)
            && Prefixes.FirstOrDefault(pair => pair.Value == parts[2]).Key is { } product
            && EntityKeyText.TryRead(parts[3], out _, out _))
        {
            id = new PerformanceRowId(account, profile, product, parts[3]);
        }

        return id is not null;
    }
}
