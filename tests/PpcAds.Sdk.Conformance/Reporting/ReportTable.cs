using System.Globalization;

namespace PpcAds.Sdk.Conformance.Reporting;

/// <summary>Prints tallies as a table.</summary>
internal static class ReportTable
{
    private static readonly string[] Heading = ["operation", "requests", "responses", "violations"];

    public static string Of(IEnumerable<OperationTally> tallies)
    {
        string[][] rows = [Heading, .. tallies.Select(Row)];
        int[] widths = [.. Heading.Select((_, column) => rows.Max(row => row[column].Length))];
        return string.Join('\n', rows.Select(Line));

        string Line(string[] row) => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd();
    }

    private static string[] Row(OperationTally tally) =>
    [
        tally.Operation,
        tally.Requests.ToString(CultureInfo.InvariantCulture),
        tally.Requests == 0 ? "-" : string.Join(", ", tally.Responses.Select(status => $"{status.Key}: {status.Value}")),
        tally.Violations.Count.ToString(CultureInfo.InvariantCulture),
    ];
}
