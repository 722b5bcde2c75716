using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Reading;

/// <summary>Where a row stands in a table: what it is sorted by, then its id. For those who implement a reader.</summary>
/// <param name="Value">
/// What the row is sorted by unless that is the name; <see langword="null"/> for a rate without divisor.
/// </param>
/// <param name="Name">The name that the row is sorted by, in lower case.</param>
/// <param name="Id">The id.</param>
[Experimental(Experimentals.StoreMakers)]
public sealed record PerformancePlace(double? Value, string? Name, PerformanceRowId Id)
{
    private const int Parts = 2;

    /// <summary>Gets the place of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column that the table is sorted by.</param>
    public static PerformancePlace Of(PerformanceTableRow row, PerformanceColumn column)
    {
        ArgumentNullException.ThrowIfNull(row);
        return column == PerformanceColumn.Name
            ? new PerformancePlace(null, Fold(row.Name ?? ""), row.Id)
            : new PerformancePlace(PerformanceColumns.SortValue(column, row.Sums), null, row.Id);
    }

    /// <summary>Reads the token of a page.</summary>
    /// <param name="token">The text; <see langword="null"/> or empty for the first page.</param>
    /// <param name="column">The column that the table is sorted by.</param>
    /// <returns>The place that the page begins after, or <see langword="null"/> for the first page.</returns>
    /// <exception cref="PpcAdsValidationException">The text is no token of a table with this order.</exception>
    public static PerformancePlace? Read(string? token, PerformanceColumn column)
    {
        if (PageToken.Read(token, Parts) is not { } keys)
        {
            return null;
        }

        if (!PerformanceRowId.TryParse(keys[0], out PerformanceRowId? id))
        {
            throw PageToken.Wrong(token!);
        }

        if (column == PerformanceColumn.Name)
        {
            return new PerformancePlace(null, keys[1], id);
        }

        if (keys[1].Length == 0)
        {
            return column.IsRate() ? new PerformancePlace(null, null, id) : throw PageToken.Wrong(token!);
        }

        return double.TryParse(keys[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && double.IsFinite(value)
            ? new PerformancePlace(value, null, id)
            : throw PageToken.Wrong(token!);
    }

    /// <summary>Returns the token of a page that ends with the row.</summary>
    public string Write() => PageToken.Write(Id, Name ?? Value?.ToString("R", CultureInfo.InvariantCulture) ?? "");

    /// <summary>Returns a text with the capital letters of ASCII as small ones.</summary>
    /// <param name="text">The text.</param>
    public static string Fold(string text) =>
        string.Create(text?.Length ?? 0, text, (letters, source) => source.AsSpan().ToFoldedAscii(letters));

    /// <summary>Gets the order of a table.</summary>
    /// <param name="isDescending">Whether the largest value comes first.</param>
    internal static IComparer<PerformancePlace> Order(bool isDescending) =>
        Comparer<PerformancePlace>.Create((one, other) =>
        {
            int value = CompareValues(one, other);
            return value switch
            {
                0 => CompareIds(one.Id, other.Id),
                _ when one.Value.HasValue != other.Value.HasValue => value,
                _ => isDescending ? -value : value,
            };
        });

    private static int CompareValues(PerformancePlace one, PerformancePlace other) => (one.Value, other.Value) switch
    {
        ({ } value, { } otherValue) => value.CompareTo(otherValue),
        (null, { }) => 1,
        ({ }, null) => -1,
        _ => PerformanceTexts.Compare(one.Name ?? "", other.Name ?? ""),
    };

    private static int CompareIds(PerformanceRowId one, PerformanceRowId other)
    {
        int compared = (one.AccountId.Value, one.ProfileId.Value).CompareTo((other.AccountId.Value, other.ProfileId.Value));
        if (compared != 0)
        {
            return compared;
        }

        compared = string.CompareOrdinal(one.AdProduct, other.AdProduct);
        if (compared != 0)
        {
            return compared;
        }

        EntityKeyText.TryRead(one.EntityKey, out long campaign, out byte[]? detail);
        EntityKeyText.TryRead(other.EntityKey, out long otherCampaign, out byte[]? otherDetail);
        return campaign != otherCampaign
            ? campaign.CompareTo(otherCampaign)
            : detail.AsSpan().SequenceCompareTo(otherDetail);
    }
}
