namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>A page of entities that an operation writes, in one transaction.</summary>
/// <param name="Table">Their table.</param>
/// <param name="Ids">Their ids.</param>
/// <param name="State">The state that all of them get, by which a page is told from others.</param>
internal sealed record WrittenPage(string Table, IReadOnlyList<long> Ids, string State);
