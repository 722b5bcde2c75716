using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Loading;

/// <summary>A load as far as sums on entities need to know it.</summary>
/// <param name="Context">The context of the load.</param>
/// <param name="Scope">The load.</param>
/// <param name="Window">The days that sums are of after it.</param>
/// <param name="IsMoved">Whether they were others before.</param>
/// <param name="Now">The current time.</param>
internal sealed record SummedLoad(
    DbContext Context, LoadScope Scope, SumsWindow Window, bool IsMoved, DateTimeOffset Now);
