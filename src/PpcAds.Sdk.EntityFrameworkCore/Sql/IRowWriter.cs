using System.Diagnostics.CodeAnalysis;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>
/// Puts the rows of a load into a table. Rows of one day and key may come several times: their metrics are summed.
/// </summary>
[Experimental(Experimentals.StoreMakers)]
public interface IRowWriter : IAsyncDisposable
{
    /// <summary>Adds a row; it is used again afterwards.</summary>
    ValueTask AddAsync(PerformanceRow row, CancellationToken cancellationToken);

    /// <summary>Ends the load: what was added is in the table.</summary>
    ValueTask FlushAsync(CancellationToken cancellationToken);
}
