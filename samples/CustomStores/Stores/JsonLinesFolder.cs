namespace CustomStores;

/// <summary>Where a <see cref="JsonLinesSink"/> writes.</summary>
/// <param name="Path">The folder; made if it is not there.</param>
public sealed record JsonLinesFolder(string Path);
