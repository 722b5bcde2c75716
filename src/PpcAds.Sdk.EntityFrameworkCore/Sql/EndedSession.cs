using System.Diagnostics.CodeAnalysis;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>A session of a database that loaded for a holder of a lease that has run out.</summary>
/// <param name="JobId">The job.</param>
/// <param name="SessionId">The number by which the database knows the session.</param>
/// <param name="IsEnded">Whether it was ended; <see langword="false"/> if the database user may not do so.</param>
[Experimental(Experimentals.StoreMakers)]
public sealed record EndedSession(long JobId, int SessionId, bool IsEnded);
