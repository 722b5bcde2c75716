using PpcAds.Sdk.Benchmarks.Databases;
using PpcAds.Sdk.Benchmarks.Input;
using PpcAds.Sdk.Benchmarks.Measuring;

namespace PpcAds.Sdk.Benchmarks.Techniques.PostgreSql;

/// <summary>The raw COPY of rows as the SDK stores them, into its own table.</summary>
internal sealed class OwnCopy(RunRequest request) : CopyTechnique(request)
{
    protected override IReadOnlyList<string> Columns => FactsRow.Columns;

    protected override string Path => Files.FactsCopy;

    protected override string WarmPath => WarmFiles.FactsCopy;

    protected override string Table => FactsRow.Table;

    protected override Task<string?> CompareAsync(TableCheck check, long written, CancellationToken cancellationToken) =>
        check.CompareFactsAsync(ComputeTotals(), cancellationToken);
}
