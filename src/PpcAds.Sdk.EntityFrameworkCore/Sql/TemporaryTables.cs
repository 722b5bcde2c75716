namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>The temporary tables of a load. All of them are dropped at its end: the connection goes back to a pool.</summary>
internal static class TemporaryTables
{
    /// <summary>The rows of the report.</summary>
    public const string Rows = "ppc_staging";

    /// <summary>Their sums, where the load gathers them itself.</summary>
    public const string Tally = "ppc_tally";

    /// <summary>The rows that a first load has left for the comparison; made by the package of a database.</summary>
    public const string Incoming = "ppc_incoming";

    /// <summary>Where rows stand that may differ.</summary>
    public const string Pairs = "ppc_pairs";

    /// <summary>What differs between the report and what is stored.</summary>
    public const string Difference = "ppc_diff";

    /// <summary>The changes of the sums of entities.</summary>
    public const string Sums = "ppc_sums";

    /// <summary>The entities with rows of several currencies.</summary>
    public const string MixedSums = "ppc_mixed_sums";

    /// <summary>The names of all.</summary>
    public static readonly IReadOnlyList<string> All = [Rows, Tally, Incoming, Pairs, Difference, Sums, MixedSums];

    /// <summary>The statements that drop them.</summary>
    public static readonly string DropSql = string.Join(";\n", All.Select(table => $"DROP TABLE IF EXISTS {table}"));
}
