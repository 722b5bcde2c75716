using System.Diagnostics.CodeAnalysis;

namespace PpcAds.Sdk.Etl;

/// <summary>An attribute of an entity of one type.</summary>
/// <param name="Name">The column; of money, its name without what a database appends.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Get">Its value: a text, a number, an amount, a day or a flag, as the kind says.</param>
[Experimental(Experimentals.StoreMakers)]
public sealed record EntityColumn<T>(string Name, EntityColumnKind Kind, Func<T, object?> Get) : EntityColumn(Name, Kind);
