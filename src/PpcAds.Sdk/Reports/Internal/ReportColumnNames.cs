using System.Text;

namespace PpcAds.Sdk.Reports;

/// <summary>
/// The columns of a file: the requested ones, then others in the order in which they turn up. Finds the column of a name as it
/// stands in the JSON, first by guessing that a row lists its columns like the row before it.
/// </summary>
internal sealed class ReportColumnNames
{
    // A file whose rows all bring new names is no table; without a bound it would eat the memory.
    private const int MaxColumns = 4096;

    private readonly Dictionary<string, int> _indexes;
    private readonly int _requested;
    private byte[][] _utf8;
    private byte[][] _quoted;
    private int[] _table;
    private int[] _predicted = new int[64];
    private int _predictedCount;

    public ReportColumnNames(IReadOnlyList<string> requested)
    {
        _requested = requested.Count;
        _indexes = new Dictionary<string, int>(requested.Count, StringComparer.Ordinal);
        for (int i = 0; i < requested.Count; i++)
        {
            if (string.IsNullOrEmpty(requested[i]) || !_indexes.TryAdd(requested[i], i))
            {
                throw new ArgumentException($"Column {i} ('{requested[i]}') is empty or named twice.", nameof(requested));
            }
        }

        Names = [.. requested];
        _utf8 = [.. Names.Select(Encoding.UTF8.GetBytes)];
        _quoted = [.. _utf8.Select(name => Quote(name))];
        _table = BuildTable();
    }

    /// <summary>All names; a new list whenever a column turns up, so that a list once taken does not change.</summary>
    public string[] Names { get; private set; }

    /// <summary>The columns of the row before, in its order; it may have had fewer.</summary>
    public ReadOnlySpan<int> Predicted => _predicted.AsSpan(0, _predictedCount);

    /// <summary>A name as plain JSON has it, <c>"name":</c>; empty for a name that JSON can only write with escapes.</summary>
    public ReadOnlySpan<byte> QuotedName(int column) => _quoted[column];

    /// <summary>The same requested columns with nothing learnt.</summary>
    public ReportColumnNames Fresh() => new(Names[.._requested]);

    /// <summary>The position of a name, or -1.</summary>
    public int IndexOf(string name) => _indexes.GetValueOrDefault(name, -1);

    /// <summary>The column of a name that stands at this position of a row; a new column if none has the name yet.</summary>
    public int Resolve(ReadOnlySpan<byte> name, int position)
    {
        if ((uint)position < (uint)_predictedCount)
        {
            int predicted = _predicted[position];
            if (name.SequenceEqual(_utf8[predicted]))
            {
                return predicted;
            }
        }

        int found = Find(name);
        if (found < 0)
        {
            found = Add(name);
        }

        Remember(position, found);
        return found;
    }

    private static byte[] Quote(ReadOnlySpan<byte> name) =>
        name.IndexOfAny((byte)'"', (byte)'\\') >= 0 || name.IndexOfAnyInRange((byte)0, (byte)0x1F) >= 0
            ? []
            : [(byte)'"', .. name, (byte)'"', (byte)':'];

    private int Find(ReadOnlySpan<byte> name)
    {
        int mask = _table.Length - 1;
        for (int slot = (int)Hash(name) & mask; ; slot = (slot + 1) & mask)
        {
            int candidate = _table[slot] - 1;
            if (candidate < 0 || name.SequenceEqual(_utf8[candidate]))
            {
                return candidate;
            }
        }
    }

    private int Add(ReadOnlySpan<byte> name)
    {
        if (Names.Length >= Math.Max(MaxColumns, _requested))
        {
            throw ReportFileErrors.TooManyColumns(Names.Length);
        }

        string text = Encoding.UTF8.GetString(name);
        Names = [.. Names, text];
        _utf8 = [.. _utf8, name.ToArray()];
        _quoted = [.. _quoted, Quote(name)];
        _indexes.TryAdd(text, Names.Length - 1);
        _table = BuildTable();
        return Names.Length - 1;
    }

    private void Remember(int position, int column)
    {
        if (position >= _predicted.Length)
        {
            Array.Resize(ref _predicted, Math.Max(_predicted.Length * 2, position + 1));
        }

        _predicted[position] = column;

        // Positions are asked for in order, so there is never a gap below.
        _predictedCount = Math.Max(_predictedCount, position + 1);
    }

    /// <summary>Open addressing with at most half the slots taken; a slot holds the column's index plus one.</summary>
    private int[] BuildTable()
    {
        int size = 16;
        while (size < _utf8.Length * 2)
        {
            size *= 2;
        }

        int[] table = new int[size];
        for (int i = 0; i < _utf8.Length; i++)
        {
            int slot = (int)Hash(_utf8[i]) & (size - 1);
            while (table[slot] != 0)
            {
                slot = (slot + 1) & (size - 1);
            }

            table[slot] = i + 1;
        }

        return table;
    }

    /// <summary>FNV-1a. Names are few and bounded, so that a file made to collide costs little.</summary>
    private static uint Hash(ReadOnlySpan<byte> name)
    {
        uint hash = 2166136261;
        foreach (byte b in name)
        {
            hash = (hash ^ b) * 16777619;
        }

        return hash ^ (hash >> 15);
    }
}
