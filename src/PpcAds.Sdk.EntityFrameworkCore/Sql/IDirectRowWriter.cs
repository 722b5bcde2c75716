using System.Diagnostics.CodeAnalysis;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>Puts rows straight into <c>performance_records</c>, in days that hold none.</summary>
[Experimental(Experimentals.StoreMakers)]
public interface IDirectRowWriter : IRowWriter
{
    /// <summary>
    /// Whether rows came twice, which this database cannot sum on the way, so that all rows were moved into the staging table.
    /// Right after <see cref="IRowWriter.FlushAsync"/>.
    /// </summary>
    bool HasMovedToStaging { get; }

    /// <summary>
    /// Whether rows that came twice may have become one on the way, so that only the table knows how many there are.
    /// </summary>
    bool HasSummed { get; }
}
