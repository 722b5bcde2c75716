using System.Diagnostics.CodeAnalysis;

namespace PpcAds.Sdk.Etl;

/// <summary>What a column of an entity holds.</summary>
[Experimental(Experimentals.StoreMakers)]
public enum EntityColumnKind
{
    /// <summary>A <see cref="string"/>.</summary>
    Text,

    /// <summary>A <see cref="long"/>.</summary>
    Number,

    /// <summary>A <see cref="decimal"/>: an amount of money.</summary>
    Money,

    /// <summary>A <see cref="DateOnly"/>.</summary>
    Date,

    /// <summary>A <see cref="bool"/>.</summary>
    Flag,
}
