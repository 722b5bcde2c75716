using System.Globalization;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Benchmarks.Entities;

/// <summary>
/// The account that is listed: for each ten keywords ten targets, three ad groups and a campaign. Everything follows from the
/// number of an entity, so that nothing is kept.
/// </summary>
/// <param name="Rows">How many keywords there are.</param>
/// <param name="IsScattered">Whether ids come in no order; else they ascend.</param>
internal sealed record ListedAccount(long Rows, bool IsScattered)
{
    public const long ProfileId = 1234567890123;

    private const string Scattered = "scattered";
    private const long FirstId = 1L << IdBits;
    private const int IdBits = 48;

    // Odd, so that no two numbers have one id.
    private const ulong Scatter = 0x9E3779B97F4A7C15;

    /// <summary>All entities of all lists.</summary>
    [JsonIgnore]
    public long Entities => Enum.GetValues<ListKind>().Sum(CountOf);

    /// <summary>The account as a part of a path.</summary>
    [JsonIgnore]
    public string Path => Rows.ToString(CultureInfo.InvariantCulture) + (IsScattered ? $"-{Scattered}" : "");

    /// <summary>The account of a <see cref="Path"/>.</summary>
    public static ListedAccount Parse(string path)
    {
        string[] parts = path.Split('-');
        return new ListedAccount(long.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length > 1 && parts[1] == Scattered);
    }

    public long CountOf(ListKind kind) => kind switch
    {
        ListKind.Campaigns => Rows / 10,
        ListKind.AdGroups => Rows * 3 / 10,
        _ => Rows,
    };

    /// <summary>The id of an entity.</summary>
    /// <param name="kind">Its list.</param>
    /// <param name="number">Which of the list, from 0.</param>
    public long IdOf(ListKind kind, long number)
    {
        long place = (number * Enum.GetValues<ListKind>().Length) + (long)kind;
        return FirstId + (IsScattered ? (long)(unchecked((ulong)place * Scatter) & (FirstId - 1)) : place);
    }

    /// <summary>The ad group that a keyword or a target is in: those that follow one another are in one.</summary>
    public long AdGroupOf(long number) => number * CountOf(ListKind.AdGroups) / Rows;

    /// <summary>The campaign that an ad group is in.</summary>
    public long CampaignOf(long adGroup) => adGroup * CountOf(ListKind.Campaigns) / CountOf(ListKind.AdGroups);
}
