using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>Puts rows into the temporary table of a load. Rows of one day and key may come several times: their metrics are summed.</summary>
public interface IStagingWriter : IAsyncDisposable
{
    /// <summary>Adds a row; it is used again afterwards.</summary>
    ValueTask AddAsync(PerformanceRow row, CancellationToken cancellationToken);

    /// <summary>Ends a batch: what was added is in the table.</summary>
    ValueTask FlushAsync(CancellationToken cancellationToken);
}
