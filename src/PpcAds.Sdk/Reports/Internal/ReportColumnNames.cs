using System.Runtime.InteropServices;
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

    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private readonly List<byte[]> _utf8 = [];
    private readonly List<byte[]> _quoted = [];
    private readonly string[] _requested;
    private string[]? _names;
    private int[] _table = new int[16];
    private int[] _predicted = new int[64];
    private int _predictedCount;

    public ReportColumnNames(IReadOnlyList<string> requested)
    {
        _requested = [.. requested];
        for (int i = 0; i < _requested.Length; i++)
        {
            if (string.IsNullOrEmpty(_requested[i]) || _indexes.ContainsKey(_requested[i]))
            {
                throw new ArgumentException($"Column {i} ('{_requested[i]}') is empty or named twice.", nameof(requested));
            }

            Add(_requested[i], Encoding.UTF8.GetBytes(_requested[i]));
        }
    }

    public int Count => _utf8.Count;

    /// <summary>All names; a new list whenever columns turned up, so that a list once taken does not change.</summary>
    public string[] Names => _names ??= [.. _texts];

    /// <summary>The columns of the row before, in its order; it may have had fewer.</summary>
    public ReadOnlySpan<int> Predicted => _predicted.AsSpan(0, _predictedCount);

    /// <summary>
    /// The names as plain JSON has them, <c>"name":</c>; empty for a name that JSON can only write with escapes.
    /// </summary>
    public ReadOnlySpan<byte[]> QuotedNames => CollectionsMarshal.AsSpan(_quoted);

    /// <summary>The same requested columns with nothing learned.</summary>
    public ReportColumnNames Fresh() => new(_requested);

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
            found = AddUnrequested(name);
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

    private int AddUnrequested(ReadOnlySpan<byte> name)
    {
        if (Count >= Math.Max(MaxColumns, _requested.Length))
        {
            throw ReportFileErrors.TooManyColumns(Count);
        }

        return Add(Encoding.UTF8.GetString(name), name.ToArray());
    }

    private int Add(string text, byte[] name)
    {
        int column = Count;
        // Names that are no UTF-8 may share a text: the first one has it.
        _indexes.TryAdd(text, column);
        _texts.Add(text);
        _utf8.Add(name);
        _quoted.Add(Quote(name));
        _names = null;
        if (_table.Length < Count * 2)
        {
            _table = new int[_table.Length * 2];
            for (int i = 0; i < column; i++)
            {
                Insert(i);
            }
        }

        Insert(column);
        return column;
    }

    private void Remember(int position, int column)
    {
        if (position >= _predicted.Length)
        {
            Array.Resize(ref _predicted, Math.Max(_predicted.Length * 2, position + 1));
        }

        _predicted[position] = column;

        // Positions are requested in order, so there is never a gap below.
        _predictedCount = Math.Max(_predictedCount, position + 1);
    }

    /// <summary>Open addressing with at most half the slots taken; a slot holds the column's index plus one.</summary>
    private void Insert(int column)
    {
        int mask = _table.Length - 1;
        int slot = (int)Hash(_utf8[column]) & mask;
        while (_table[slot] != 0)
        {
            slot = (slot + 1) & mask;
        }

        _table[slot] = column + 1;
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
