using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace PpcAds.Sdk.Etl;

/// <summary>
/// What the rows of a report add up to by entity, gathered while they pass: a database that would have to read them again is
/// spared that. Takes some 200 bytes an entity. For sinks that keep sums on entities; not for use by several threads.
/// </summary>
[Experimental(Experimentals.StoreMakers)]
public sealed class EntityTotals
{
    private const int ChunkSize = 512;
    private static readonly PerformanceMetric[] Metrics = [.. PerformanceMetrics.Aggregated];

    private readonly DatasetGrain _grain;
    private readonly Func<DateOnly, bool> _isRecent;
    private readonly int _most;
    private readonly Dictionary<(long Id, bool IsKeyword), int> _numbers = [];
    private readonly List<TallyEntry[]> _entries = [];
    private readonly List<long[]> _sums = [];
    private readonly TallyTexts _texts = new();

    /// <summary>Makes one for a load.</summary>
    /// <param name="grain">What rows are about: entities that carry sums are campaigns, ad groups and targets.</param>
    /// <param name="isRecent">Whether a day is recent; the sums of recent days are kept separately.</param>
    /// <param name="most">The most entities that are held.</param>
    /// <exception cref="ArgumentOutOfRangeException">No entity of the grain carries sums.</exception>
    public EntityTotals(DatasetGrain grain, Func<DateOnly, bool> isRecent, int most)
    {
        ArgumentNullException.ThrowIfNull(isRecent);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        if (grain is not (DatasetGrain.Campaign or DatasetGrain.AdGroup or DatasetGrain.Target))
        {
            throw new ArgumentOutOfRangeException(nameof(grain), grain, "Campaigns, ad groups and targets carry sums.");
        }

        _grain = grain;
        _isRecent = isRecent;
        _most = most;
    }

    /// <summary>
    /// Whether every row was counted. Once there are more entities than it may hold, or one with rows of two currencies, it lets
    /// go of all, and counts no more.
    /// </summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Counts a row; one without an entity is left out.</summary>
    public void Add(PerformanceRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (!IsComplete || IdOf(row) is not { } id)
        {
            return;
        }

        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, (id, row.IsKeyword), out bool isKnown);
        if (!isKnown)
        {
            if (_numbers.Count > _most)
            {
                Overflow();
                return;
            }

            number = _numbers.Count - 1;
            Describe(number, id, row);
        }

        ref TallyEntry entry = ref _entries[number / ChunkSize][number % ChunkSize];
        if (entry.Currency != row.CurrencyCode)
        {
            // Amounts of two currencies do not add up.
            Overflow();
            return;
        }

        int at = number % ChunkSize * 2 * Metrics.Length;
        if (_isRecent(row.Date))
        {
            entry.RecentDate = row.Date;
        }
        else
        {
            entry.OtherDate = row.Date;
            at += Metrics.Length;
        }

        Span<long> sums = _sums[number / ChunkSize].AsSpan(at, Metrics.Length);
        for (int i = 0; i < sums.Length; i++)
        {
            long more = row[Metrics[i]] ?? 0;
            long sum = unchecked(sums[i] + more);
            if (((sums[i] ^ sum) & (more ^ sum)) < 0)
            {
                // The database refuses what does not fit.
                Overflow();
                return;
            }

            sums[i] = sum;
        }
    }

    /// <summary>
    /// The sums: a row for each entity and kind of day, with a day of that kind as its date and the metrics of
    /// <see cref="PerformanceMetrics.Aggregated"/>. Each is valid until the next is read.
    /// </summary>
    public IEnumerable<PerformanceRow> Read()
    {
        var row = new PerformanceRow();
        for (int number = 0; number < _numbers.Count; number++)
        {
            TallyEntry entry = _entries[number / ChunkSize][number % ChunkSize];
            for (int kind = 0; kind < 2; kind++)
            {
                DateOnly date = kind == 0 ? entry.RecentDate : entry.OtherDate;
                if (date != default)
                {
                    Fill(
                        row,
                        entry,
                        date,
                        _sums[number / ChunkSize].AsSpan(((number % ChunkSize * 2) + kind) * Metrics.Length, Metrics.Length));
                    yield return row;
                }
            }
        }
    }

    private long? IdOf(PerformanceRow row) => _grain switch
    {
        DatasetGrain.Campaign => row.CampaignId,
        DatasetGrain.AdGroup => row.AdGroupId,
        _ => row.TargetId,
    };

    private void Describe(int number, long id, PerformanceRow row)
    {
        if (number % ChunkSize == 0)
        {
            _entries.Add(new TallyEntry[ChunkSize]);
            _sums.Add(new long[ChunkSize * 2 * Metrics.Length]);
        }

        _entries[number / ChunkSize][number % ChunkSize] = new TallyEntry
        {
            Id = id,
            CampaignId = row.CampaignId ?? 0,
            AdGroupId = row.AdGroupId ?? 0,
            Currency = row.CurrencyCode,
            Texts = _texts.Add(row),
        };
    }

    private void Fill(PerformanceRow row, TallyEntry entry, DateOnly date, ReadOnlySpan<long> sums)
    {
        row.Clear();
        row.Date = date;
        row.CampaignId = entry.CampaignId == 0 ? null : entry.CampaignId;
        row.AdGroupId = entry.AdGroupId == 0 ? null : entry.AdGroupId;
        row.TargetId = _grain == DatasetGrain.Target ? entry.Id : null;
        row.CurrencyCode = entry.Currency;
        _texts.Read(entry.Texts, row);
        row.Key.Complete(row);
        for (int i = 0; i < sums.Length; i++)
        {
            row.Set(Metrics[i], sums[i]);
        }
    }

    private void Overflow()
    {
        IsComplete = false;
        _numbers.Clear();
        _numbers.TrimExcess();
        _entries.Clear();
        _sums.Clear();
        _texts.Clear();
    }
}
