using PpcAds.Sdk;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Sinks;

namespace CustomStores;

/// <summary>
/// The entities of one type of one account, as JSON lines that are appended and now and then compacted. A line is whole or, after a kill, cut
/// off at the end of the file, where it is dropped; the list that it came from is read again by the next sync.
/// </summary>
internal sealed class EntityFile
{
    private const int LeastLines = 1000;

    private readonly string _path;
    private readonly SemaphoreSlim _gate = new(1);
    private Dictionary<string, object>? _known;
    private int _lines;

    private EntityFile(string path) => _path = path;

    public static EntityFile Open(string path)
    {
        var file = new EntityFile(path);
        if (File.Exists(path))
        {
            file.DropCutLine();
        }

        return file;
    }

    public async Task<LoadResult> MergeAsync<T>(EntityScope scope, IReadOnlyList<T> page, DateTimeOffset now, CancellationToken cancellationToken)
        where T : class, IEntityRecord<T>
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            Dictionary<string, object> known = _known ??= ReadState<T>().ToDictionary(line => line.Key, line => (object)line.Value);
            MergedPage<T> merged = EntityMerge.Apply(
                scope, page, (profile, entity) => known.GetValueOrDefault(KeyOf(profile, entity)) as StoredEntity<T>, now);
            List<EntityLine<T>> lines = [.. merged.Written.Select(stored => new EntityLine<T>(KeyOf(stored.ProfileId, stored.Entity), stored))];
            Append(JsonLines.Write(lines));
            lines.ForEach(line => known[line.Key] = line.Stored);
            _lines += lines.Count;
            if (_lines > LeastLines && _lines > known.Count * 2)
            {
                await CompactAsync<T>(known, cancellationToken);
            }

            return merged.Result;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<IReadOnlyList<StoredEntity<T>>> ReadAsync<T>(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return [.. ReadState<T>().Values];
        }
        finally
        {
            _gate.Release();
        }
    }

    private static string KeyOf<T>(ProfileId profile, T entity)
        where T : class, IEntityRecord<T> => $"{profile}/{entity.EntityId}/{entity.AdProduct}";

    private Dictionary<string, StoredEntity<T>> ReadState<T>()
    {
        var state = new Dictionary<string, StoredEntity<T>>();
        if (File.Exists(_path))
        {
            List<EntityLine<T>> lines = JsonLines.Read<EntityLine<T>>(_path);
            lines.ForEach(line => state[line.Key] = line.Stored);
            _lines = lines.Count;
        }

        return state;
    }

    private void Append(byte[] lines)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        using var file = new FileStream(_path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        long before = file.Length;
        try
        {
            file.Position = before;
            file.Write(lines);
            file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            file.SetLength(before);
            throw;
        }
    }

    private async Task CompactAsync<T>(Dictionary<string, object> known, CancellationToken cancellationToken)
    {
        IEnumerable<EntityLine<T>> lines = known.Select(entity => new EntityLine<T>(entity.Key, (StoredEntity<T>)entity.Value));
        await AtomicFile.WriteAsync(_path, JsonLines.Write(lines), cancellationToken);
        _lines = known.Count;
    }

    private void DropCutLine()
    {
        using var file = new FileStream(_path, FileMode.Open, FileAccess.ReadWrite);
        while (file.Length > 0)
        {
            file.Position = file.Length - 1;
            if (file.ReadByte() == '\n')
            {
                return;
            }

            file.SetLength(file.Length - 1);
        }
    }
}
