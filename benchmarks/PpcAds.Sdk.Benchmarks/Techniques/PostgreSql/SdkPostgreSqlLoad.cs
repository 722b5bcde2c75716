using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Benchmarks.Databases;
using PpcAds.Sdk.Benchmarks.Input;
using PpcAds.Sdk.Benchmarks.Measuring;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Benchmarks.Techniques.PostgreSql;

/// <summary>The SDK's load into PostgreSQL, ledger and sums included.</summary>
internal sealed class SdkPostgreSqlLoad(RunRequest request) : PostgreSqlTechnique(request)
{
    private readonly SdkLoad _load = new(builder => builder.UsePostgreSql(request.Database!));
    private LoadResult _result = new();

    /// <summary>After the first load only: later ones leave versions that are vacuumed away.</summary>
    protected override string? SizedTables => Request.Report == 1 ? @"performance\_%" : null;

    public override async Task WarmUpAsync(int pass, CancellationToken cancellationToken)
    {
        await using var warm = new SdkLoad(builder => builder.UsePostgreSql(Request.WarmDatabase!));

        // First as new rows, then as known ones.
        for (int report = 1; report <= 2; report++)
        {
            await warm.PrepareAsync(Dataset, WarmProfileId(pass), report, cancellationToken);
            await warm.RunAsync(WarmFiles.Report, cancellationToken);
        }
    }

    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await _load.PrepareAsync(Dataset, ReportSource.ProfileId, Request.Report, cancellationToken);
        await base.PrepareAsync(cancellationToken);
    }

    public override async Task RunAsync(CancellationToken cancellationToken) => _result = await _load.RunAsync(ReportPath, cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await _load.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override Task<string> FindTableAsync(CancellationToken cancellationToken) =>
        Counter.FindRecordsAsync(cancellationToken);

    protected override async Task<string?> CompareAsync(TableCheck check, long written, CancellationToken cancellationToken)
    {
        ReportTotals expected = ComputeTotals();
        if (_result.Inserted + _result.Changed != written)
        {
            return $"the SDK says {_result.Inserted} rows inserted and {_result.Changed} changed, the database {written} written";
        }

        if (_result.Loaded != Rows || _result.Rejected + _result.Ignored + _result.Duplicates + _result.Removed != 0 || _result.IsSuspect)
        {
            return $"the SDK says {_result}";
        }

        return await check.CompareRowsAsync(TableCheck.Records, expected, cancellationToken)
            ?? await check.CompareKeptSumsAsync(expected, cancellationToken);
    }
}
