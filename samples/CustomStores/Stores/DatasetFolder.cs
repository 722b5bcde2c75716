using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Sinks;

namespace CustomStores;

/// <summary>
/// The rows of one dataset of one profile: a file of JSON lines for each day, and a manifest that names the files that count. A load writes
/// new files next to the old ones, then replaces the manifest: until then none of them counts, from then on all of them do.
/// </summary>
internal sealed class DatasetFolder
{
    private const string ManifestName = "manifest.json";

    private static readonly TimeSpan KeptLoads = TimeSpan.FromDays(90);

    private readonly string _path;
    private readonly SemaphoreSlim _gate = new(1);
    private Manifest _manifest = new();

    private DatasetFolder(string path) => _path = path;

    public IReadOnlyList<PerformanceDay> Days => [.. _manifest.Days.Select(entry => entry.Day)];

    public IReadOnlyList<ManifestLoad> Loads => _manifest.Loads;

    /// <summary>Opens a folder and deletes what a killed load left.</summary>
    public static DatasetFolder Open(string path)
    {
        var folder = new DatasetFolder(path);
        if (File.Exists(Path.Combine(path, ManifestName)))
        {
            folder._manifest = JsonLines.Read<Manifest>(Path.Combine(path, ManifestName)).Single();
        }

        if (Directory.Exists(path))
        {
            folder.DeleteUnnamed();
        }

        return folder;
    }

    public async Task<IReadOnlyList<PerformanceRecord>> ReadRowsAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return [.. _manifest.Days.SelectMany(ReadDay)];
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Commits a load, unless it was committed before.</summary>
    public async Task<MergedReport> CommitAsync(LoadId id, LoadScope scope, ReportMerge merge, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_manifest.Loads.FirstOrDefault(load => load.Id == id.Value) is { } earlier)
            {
                return new MergedReport { Result = earlier.Result };
            }

            IEnumerable<ManifestDay> touched = _manifest.Days.Where(entry => entry.Day.Date >= scope.FirstDate && entry.Day.Date <= scope.EndDate);
            MergedReport merged = merge.Apply(Days, [.. touched.SelectMany(ReadDay)], now);
            if (merged.Rejection is null)
            {
                await WriteAsync(id, merged, now, cancellationToken);
            }

            return merged;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task WriteAsync(LoadId id, MergedReport merged, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_path);
        try
        {
            long generation = _manifest.Generation + 1;
            Dictionary<DateOnly, ManifestDay> days = _manifest.Days.ToDictionary(entry => entry.Day.Date);
            HashSet<DateOnly> changed = [.. merged.Written.Concat(merged.Removed).Select(row => row.Date)];
            ILookup<DateOnly, PerformanceRecord> rows = merged.Rows.ToLookup(row => row.Date);
            foreach (PerformanceDay day in merged.Days)
            {
                string? file = days.GetValueOrDefault(day.Date)?.File;
                if (changed.Contains(day.Date))
                {
                    file = await WriteDayAsync(day.Date, generation, [.. rows[day.Date]], cancellationToken);
                }

                days[day.Date] = new ManifestDay(day, file);
            }

            var manifest = new Manifest
            {
                Generation = generation,
                Days = [.. days.Values.OrderBy(entry => entry.Day.Date)],
                Loads = [.. _manifest.Loads.Where(load => load.At > now - KeptLoads), new ManifestLoad(id.Value, now, merged.Result)],
            };
            await AtomicFile.WriteAsync(Path.Combine(_path, ManifestName), JsonLines.Write([manifest]), cancellationToken);
            _manifest = manifest;
        }
        finally
        {
            DeleteUnnamed();
        }
    }

    private async Task<string?> WriteDayAsync(DateOnly date, long generation, IReadOnlyList<PerformanceRecord> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return null;
        }

        string name = FormattableString.Invariant($"{date:yyyy-MM-dd}.{generation}.jsonl");
        byte[] lines = JsonLines.Write(rows.OrderBy(row => row.EntityKey, StringComparer.Ordinal));
        await AtomicFile.WriteAsync(Path.Combine(_path, name), lines, cancellationToken);
        return name;
    }

    private IEnumerable<PerformanceRecord> ReadDay(ManifestDay entry) =>
        entry.File is null ? [] : JsonLines.Read<PerformanceRecord>(Path.Combine(_path, entry.File));

    private void DeleteUnnamed()
    {
        HashSet<string> named = [ManifestName, .. _manifest.Days.Select(entry => entry.File).OfType<string>()];
        foreach (string file in Directory.EnumerateFiles(_path).Where(file => !named.Contains(Path.GetFileName(file))))
        {
            File.Delete(file);
        }
    }
}
