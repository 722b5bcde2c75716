using PpcAds.Sdk.Benchmarks.Databases;
using PpcAds.Sdk.Benchmarks.Input;
using PpcAds.Sdk.Benchmarks.Measuring;

namespace PpcAds.Sdk.Benchmarks.Techniques.PostgreSql;

/// <summary>The raw COPY of rows as they once were.</summary>
internal sealed class WideCopy(RunRequest request) : CopyTechnique(request)
{
    protected override IReadOnlyList<string> Columns => WideRow.Columns;

    protected override string Path => Files.WideCopy;

    protected override string WarmPath => WarmFiles.WideCopy;

    protected override string Table => WideTable.Name;
}
