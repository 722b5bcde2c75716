using System.ComponentModel;

namespace PpcAds.Sdk.Dashboard.Pages.Runs;

/// <summary>How far a profile is in a run, step by step.</summary>
/// <param name="Name">The profile.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="Cells">A cell for each of <see cref="RunReader.Columns"/>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ProfileProgress(string Name, string? Currency, IReadOnlyList<ProgressCell> Cells);
