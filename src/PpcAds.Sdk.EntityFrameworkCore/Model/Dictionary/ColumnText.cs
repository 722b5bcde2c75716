namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>What a column holds, for people.</summary>
/// <param name="Name">The column.</param>
/// <param name="Text">The text.</param>
internal sealed record ColumnText(string Name, string Text);
