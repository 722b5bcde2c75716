using System.IO.Compression;
using PpcAds.Sdk.Benchmarks.Input;
using PpcAds.Sdk.Benchmarks.Measuring;

namespace PpcAds.Sdk.Benchmarks.Techniques.Reading;

/// <summary><c>JsonSerializer.DeserializeAsyncEnumerable</c> with a source-generated context.</summary>
internal sealed class SerializerRead(RunRequest request) : ReadTechnique(request)
{
    protected override async Task<ReportTotals> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var sums = new LineSums();
        await using FileStream file = InputFiles.OpenBuffered(path);
        await using GZipStream gzip = OpenGzip(file);
        await foreach (ReportLine? line in ReportLineContext.ReadAsync(gzip, Request.BufferSize, cancellationToken))
        {
            sums.Add(line!);
        }

        return sums.ToTotals();
    }
}
