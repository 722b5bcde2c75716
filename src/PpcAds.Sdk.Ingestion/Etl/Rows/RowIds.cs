using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl;

/// <summary>Ids in report rows: a number or its text.</summary>
internal static class RowIds
{
    /// <summary>
    /// Null without a problem: there is none, or it is a word or a negative number, as rows have that Amazon could not place.
    /// </summary>
    public static RowProblem? ReadOptional(ReportBatch batch, int row, int column, string name, out long? id)
    {
        id = null;
        if (column < 0)
        {
            return null;
        }

        if (batch.TryGetInt64(row, column, out long value))
        {
            id = value > 0 ? value : null;
            return null;
        }

        return batch.TryGetDecimal(row, column, out decimal number) && number > long.MaxValue
            ? new RowProblem("id out of range", $"{name} is {Describe(batch, row, column)}, above 64 bits with sign.")
            : null;
    }

    /// <summary>What stands in the place of an id, for people.</summary>
    public static string Describe(ReportBatch batch, int row, int column) =>
        column < 0 ? "missing" : batch.GetKind(row, column) switch
        {
            ReportCellKind.Missing => "missing",
            ReportCellKind.Null => "null",
            _ => $"'{RowProblem.Shorten(batch.GetString(row, column))}'",
        };
}
