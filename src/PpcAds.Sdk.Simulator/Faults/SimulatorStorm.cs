namespace PpcAds.Sdk.Simulator;

/// <summary>
/// Faults that hit calls by chance, of every kind that a client must get over: throttling with and without a time to wait, server
/// faults, a stale token, broken and cut connections, late answers, answers that are no JSON, odd statuses of downloads, pages
/// that come again, items of a list that are null or without id, reports that fail. None of them changes an entity or a row, and
/// a client that notices a page that comes again misses none.
/// </summary>
/// <param name="Share">The share of calls that are hit, 0 to 1.</param>
/// <param name="Seed">What chance follows from: the same calls in the same order meet the same faults.</param>
/// <param name="Salt">
/// What chance follows from besides, such as the number of a day. Seed, salt and the number of the call are hashed: storms that
/// differ in either share nothing, also where the sums of both are the same.
/// </param>
public sealed record SimulatorStorm(double Share, int Seed = 1, int Salt = 0);
