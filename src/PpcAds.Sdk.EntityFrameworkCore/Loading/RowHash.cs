using System.Buffers.Binary;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>
/// The hash of a row, value by value. Each step is a bijection of what came before and of the value, so that another value in one
/// place is always another hash. Made for changes by hand and by mistake, not against those who want to hide them.
/// </summary>
internal struct RowHash
{
    private const ulong Factor = 0x9E37_79B9_7F4A_7C15;
    private const ulong Missing = 0xD1B5_4A32_D192_ED03;
    private const int Shift = 29;

    private ulong _value;

    /// <summary>Gets the hash; those of many rows add up in any order.</summary>
    public readonly long Value
    {
        get
        {
            ulong mixed = unchecked((_value ^ (_value >> 32)) * Missing);
            return unchecked((long)(mixed ^ (mixed >> Shift)));
        }
    }

    public void Add(ulong value)
    {
        ulong mixed = unchecked((_value ^ value) * Factor);
        _value = mixed ^ (mixed >> Shift);
    }

    public void AddId(long? id) => Add(id is { } value ? unchecked((ulong)value) : Missing);

    /// <summary>Adds a value of which most are 0, and left out.</summary>
    /// <param name="place">Which one it is.</param>
    /// <param name="value">The value, not 0.</param>
    public void AddAt(int place, long value) => Add(unchecked((ulong)value + ((ulong)(place + 1) * Factor)));

    public void AddBytes(ReadOnlySpan<byte> bytes)
    {
        Add((ulong)bytes.Length);
        while (bytes.Length >= sizeof(ulong))
        {
            Add(BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        ulong rest = 0;
        foreach (byte one in bytes)
        {
            rest = (rest << 8) | one;
        }

        Add(rest);
    }
}
