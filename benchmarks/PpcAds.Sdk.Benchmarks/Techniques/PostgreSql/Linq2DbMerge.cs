using System.IO.Compression;
using LinqToDB;
using LinqToDB.Data;
using PpcAds.Sdk.Benchmarks.Input;
using PpcAds.Sdk.Benchmarks.Measuring;

namespace PpcAds.Sdk.Benchmarks.Techniques.PostgreSql;

/// <summary>linq2db: <c>BulkCopy</c> into a temporary table and <c>Merge</c> from it, 50,000 rows at a time.</summary>
internal sealed class Linq2DbMerge(RunRequest request) : PostgreSqlTechnique(request)
{
    private const int MergedAtOnce = 50_000;
    private const int WarmLines = 2_000;

    public override Task WarmUpAsync(int pass, CancellationToken cancellationToken) =>
        SaveAsync(Request.WarmDatabase!, WarmFiles.Report, WarmLines, WarmProfileId(pass), cancellationToken);

    public override Task RunAsync(CancellationToken cancellationToken) =>
        SaveAsync(ConnectionString, ReportPath, Rows, ReportSource.ProfileId, cancellationToken);

    private async Task SaveAsync(
        string connectionString, string path, long rows, long profileId, CancellationToken cancellationToken)
    {
        await using FileStream file = InputFiles.OpenBuffered(path);
        await using var gzip = new GZipStream(file, CompressionMode.Decompress);
        await using var database = new DataConnection(new DataOptions().UsePostgreSQL(connectionString));
        var chunk = new List<Linq2DbRow>(MergedAtOnce);
        long read = 0;
        await foreach (ReportLine? line in ReportLineContext.ReadAsync(gzip, 1 << 16, cancellationToken))
        {
            chunk.Add(Linq2DbRow.From(line!, Dataset.Id, profileId));
            read++;
            if (chunk.Count == MergedAtOnce || read == rows)
            {
                await MergeAsync(database, chunk, cancellationToken);
                chunk.Clear();
            }

            if (read == rows)
            {
                return;
            }
        }
    }

    private static async Task MergeAsync(DataConnection database, List<Linq2DbRow> rows, CancellationToken cancellationToken)
    {
        await using TempTable<Linq2DbRow> staging =
            await database.CreateTempTableAsync<Linq2DbRow>("linq2db_staging", cancellationToken: cancellationToken);
        await staging.BulkCopyAsync(new BulkCopyOptions { BulkCopyType = BulkCopyType.ProviderSpecific }, rows, cancellationToken);
        await database.GetTable<Linq2DbRow>()
            .Merge()
            .Using(staging)
            .OnTargetKey()
            .UpdateWhenMatched()
            .InsertWhenNotMatched()
            .MergeAsync(cancellationToken);
    }
}
