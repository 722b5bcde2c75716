using PpcAds.Sdk.Drift;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Ingestion.Jobs;

/// <summary>Compares a report's file with the request: columns that were not requested, and columns that no row has.</summary>
internal sealed class ReportDrift(Dataset dataset, IReadOnlyList<string> columns, SchemaDrift drift)
{
    private readonly HashSet<string> _missing = [.. columns];
    private int _known = columns.Count;
    private bool _hasRows;

    public void Observe(ReportBatch batch)
    {
        _hasRows |= batch.RowCount > 0;
        for (; _known < batch.Columns.Count; _known++)
        {
            drift.Add(new DriftNote(dataset.Id, DriftKind.NewMember, batch.Columns[_known]));
        }

        // Nearly always empty after the first row.
        for (int row = 0; row < batch.RowCount && _missing.Count > 0; row++)
        {
            int at = row;
            _missing.RemoveWhere(
                column =>
                    batch.GetColumnIndex(column) is >= 0 and var index && batch.GetKind(at, index) != ReportCellKind.Missing);
        }
    }

    /// <summary>To be called after the last row.</summary>
    public void Complete()
    {
        if (_hasRows)
        {
            foreach (string column in _missing)
            {
                drift.Add(new DriftNote(dataset.Id, DriftKind.MissingMember, column));
            }
        }
    }
}
