namespace CustomStores;

/// <summary>What is counted of an entity of any type.</summary>
/// <param name="AdProduct">The ad product; <see langword="null"/> for entities of all.</param>
/// <param name="State">The state as Amazon writes it.</param>
internal sealed record EntityState(string? AdProduct, string? State);
