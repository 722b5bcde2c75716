using Npgsql;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.PostgreSql.Loading;

/// <summary>Copies rows into the temporary table, which has no key: the merge sees rows that came twice.</summary>
internal sealed class StagingWriter : IRowWriter
{
    private readonly RowCopier _copier;

    public StagingWriter(NpgsqlConnection connection, StagingTable table)
    {
        BinaryRows NewRows() => new(table, [], [BinaryRows.Int64(1)]);
        string[] columns = [.. table.RowColumns, PostgreSqlModelDialect.RowHash, "copies"];
        _copier = new RowCopier(
            NewRows(),
            NewRows(),
            (rows, cancellationToken) => RowCopier.CopyAsync(connection, table.Name, columns, rows, cancellationToken));
    }

    public ValueTask AddAsync(PerformanceRow row, CancellationToken cancellationToken) =>
        _copier.AddAsync(row, cancellationToken);

    public async ValueTask FlushAsync(CancellationToken cancellationToken) =>
        await _copier.FlushAsync(cancellationToken).ConfigureAwait(false);

    public ValueTask DisposeAsync() => _copier.DisposeAsync();
}
