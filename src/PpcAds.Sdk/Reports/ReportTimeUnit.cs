using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.Reports;

/// <summary>
/// The grain of a report in time. Open: Amazon may add more. Most report types have <see cref="Daily"/> and
/// <see cref="Summary"/>; which ones a type has: <see cref="ReportType.TimeUnits"/>.
/// </summary>
/// <param name="Value">The name as Amazon writes it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<ReportTimeUnit>))]
public readonly record struct ReportTimeUnit(string Value) : IOpenEnum<ReportTimeUnit>
{
    /// <summary>The name as Amazon writes it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>One row per day and entity.</summary>
    public static readonly ReportTimeUnit Daily = new("DAILY");

    /// <summary>One row per entity for the whole range.</summary>
    public static readonly ReportTimeUnit Summary = new("SUMMARY");

    /// <summary>One row per calendar week and entity. Amazon Ads reporting v3: benchmarks only.</summary>
    public static readonly ReportTimeUnit Weekly = new("WEEKLY");

    /// <summary>One row per month and entity. Amazon Ads reporting v3: benchmarks only.</summary>
    public static readonly ReportTimeUnit Monthly = new("MONTHLY");

    static IReadOnlyList<ReportTimeUnit> IOpenEnum<ReportTimeUnit>.Known => [Daily, Summary, Weekly, Monthly];

    static ReportTimeUnit IOpenEnum<ReportTimeUnit>.FromText(string value) => new(value);

    /// <summary>The name as Amazon writes it.</summary>
    public override string ToString() => Value;
}
