using System.Collections.Concurrent;

namespace PpcAds.Sdk.Drift;

/// <summary>
/// What in an account's answers differs from what the SDK knows, gathered over one run: Amazon adds names and members without a
/// new version, and a sync must neither stop nor pass over it in silence.
/// </summary>
/// <param name="types">The documented shapes.</param>
/// <param name="onFirst">Receives each difference once.</param>
public sealed class SchemaDrift(LenientTypes types, Action<DriftNote> onFirst)
{
    // A file whose rows all bring new names must not eat the memory.
    private const int MaxNotes = 1000;

    private const int LongestPath = 200;

    private readonly ConcurrentDictionary<DriftNote, long> _notes = new();

    /// <summary>Whether the JSON of each entity is kept.</summary>
    public bool KeepsRaw { get; init; }

    /// <summary>The documented shapes.</summary>
    internal LenientTypes Types => types;

    /// <summary>The differences, and how often each was met.</summary>
    public IReadOnlyList<KeyValuePair<DriftNote, long>> Notes =>
        [.. _notes.OrderBy(note => note.Key.ToString(), StringComparer.Ordinal)];

    /// <summary>Counts a difference; beyond 1,000 kinds of differences no further one is taken.</summary>
    /// <param name="note">The difference.</param>
    public void Add(DriftNote note)
    {
        // A member may have a name as long as its answer.
        note = note with { Path = StorableText.Cut(note.Path, LongestPath, "…") };
        if (!_notes.ContainsKey(note) && _notes.Count >= MaxNotes)
        {
            return;
        }

        if (_notes.AddOrUpdate(note, 1, (_, count) => count + 1) == 1)
        {
            onFirst(note);
        }
    }
}
