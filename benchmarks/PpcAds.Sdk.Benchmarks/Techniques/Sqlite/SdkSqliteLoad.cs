using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Benchmarks.Databases;
using PpcAds.Sdk.Benchmarks.Input;
using PpcAds.Sdk.Benchmarks.Measuring;

namespace PpcAds.Sdk.Benchmarks.Techniques.Sqlite;

/// <summary>The SDK's load into SQLite, ledger and sums included.</summary>
internal sealed class SdkSqliteLoad(RunRequest request) : SqliteTechnique(request)
{
    private readonly SdkLoad _load = new(builder => builder.UseSqlite($"Data Source={request.Database}"));

    protected override string Table => TableCheck.Records;

    protected override bool KeepsSums => true;

    public override async Task WarmUpAsync(int pass, CancellationToken cancellationToken)
    {
        await using var warm = new SdkLoad(builder => builder.UseSqlite(WarmConnectionString));
        await warm.PrepareAsync(Dataset, WarmProfileId(pass), 1, cancellationToken);
        await warm.RunAsync(WarmFiles.Report, cancellationToken);
    }

    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await base.PrepareAsync(cancellationToken);
        await _load.PrepareAsync(Dataset, ReportSource.ProfileId, Request.Report, cancellationToken);
    }

    public override async Task RunAsync(CancellationToken cancellationToken) => await _load.RunAsync(ReportPath, cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await _load.DisposeAsync();
        await base.DisposeAsync();
    }
}
